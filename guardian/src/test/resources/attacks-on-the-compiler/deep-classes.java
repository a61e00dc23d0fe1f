// stopped-by: source
// category: compile time
// against: compiler
import sorte.strategy.*;

/// Classes in classes, for the stack of the compiler.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  class C0 {
  class C1 {
  class C2 {
  class C3 {
  class C4 {
  class C5 {
  class C6 {
  class C7 {
  class C8 {
  class C9 {
  class C10 {
  class C11 {
  class C12 {
  class C13 {
  class C14 {
  class C15 {
  class C16 {
  class C17 {
  class C18 {
  class C19 {
  class C20 {
  class C21 {
  class C22 {
  class C23 {
  class C24 {
  class C25 {
  class C26 {
  class C27 {
  class C28 {
  class C29 {
  class C30 {
  class C31 {
  class C32 {
  class C33 {
  class C34 {
  class C35 {
  class C36 {
  class C37 {
  class C38 {
  class C39 {
  class C40 {
  class C41 {
  class C42 {
  class C43 {
  class C44 {
  class C45 {
  class C46 {
  class C47 {
  class C48 {
  class C49 {
  class C50 {
  class C51 {
  class C52 {
  class C53 {
  class C54 {
  class C55 {
  class C56 {
  class C57 {
  class C58 {
  class C59 {
  class C60 {
  class C61 {
  class C62 {
  class C63 {
  class C64 {
  class C65 {
  class C66 {
  class C67 {
  class C68 {
  class C69 {
  class C70 {
  class C71 {
  class C72 {
  class C73 {
  class C74 {
  class C75 {
  class C76 {
  class C77 {
  class C78 {
  class C79 {
  class C80 {
  class C81 {
  class C82 {
  class C83 {
  class C84 {
  class C85 {
  class C86 {
  class C87 {
  class C88 {
  class C89 {
  class C90 {
  class C91 {
  class C92 {
  class C93 {
  class C94 {
  class C95 {
  class C96 {
  class C97 {
  class C98 {
  class C99 {
  class C100 {
  class C101 {
  class C102 {
  class C103 {
  class C104 {
  class C105 {
  class C106 {
  class C107 {
  class C108 {
  class C109 {
  class C110 {
  class C111 {
  class C112 {
  class C113 {
  class C114 {
  class C115 {
  class C116 {
  class C117 {
  class C118 {
  class C119 {
  class C120 {
  class C121 {
  class C122 {
  class C123 {
  class C124 {
  class C125 {
  class C126 {
  class C127 {
  class C128 {
  class C129 {
  class C130 {
  class C131 {
  class C132 {
  class C133 {
  class C134 {
  class C135 {
  class C136 {
  class C137 {
  class C138 {
  class C139 {
  class C140 {
  class C141 {
  class C142 {
  class C143 {
  class C144 {
  class C145 {
  class C146 {
  class C147 {
  class C148 {
  class C149 {
  class C150 {
  class C151 {
  class C152 {
  class C153 {
  class C154 {
  class C155 {
  class C156 {
  class C157 {
  class C158 {
  class C159 {
  class C160 {
  class C161 {
  class C162 {
  class C163 {
  class C164 {
  class C165 {
  class C166 {
  class C167 {
  class C168 {
  class C169 {
  class C170 {
  class C171 {
  class C172 {
  class C173 {
  class C174 {
  class C175 {
  class C176 {
  class C177 {
  class C178 {
  class C179 {
  class C180 {
  class C181 {
  class C182 {
  class C183 {
  class C184 {
  class C185 {
  class C186 {
  class C187 {
  class C188 {
  class C189 {
  class C190 {
  class C191 {
  class C192 {
  class C193 {
  class C194 {
  class C195 {
  class C196 {
  class C197 {
  class C198 {
  class C199 {
  class C200 {
  class C201 {
  class C202 {
  class C203 {
  class C204 {
  class C205 {
  class C206 {
  class C207 {
  class C208 {
  class C209 {
  class C210 {
  class C211 {
  class C212 {
  class C213 {
  class C214 {
  class C215 {
  class C216 {
  class C217 {
  class C218 {
  class C219 {
  class C220 {
  class C221 {
  class C222 {
  class C223 {
  class C224 {
  class C225 {
  class C226 {
  class C227 {
  class C228 {
  class C229 {
  class C230 {
  class C231 {
  class C232 {
  class C233 {
  class C234 {
  class C235 {
  class C236 {
  class C237 {
  class C238 {
  class C239 {
  class C240 {
  class C241 {
  class C242 {
  class C243 {
  class C244 {
  class C245 {
  class C246 {
  class C247 {
  class C248 {
  class C249 {
  class C250 {
  class C251 {
  class C252 {
  class C253 {
  class C254 {
  class C255 {
  class C256 {
  class C257 {
  class C258 {
  class C259 {
  class C260 {
  class C261 {
  class C262 {
  class C263 {
  class C264 {
  class C265 {
  class C266 {
  class C267 {
  class C268 {
  class C269 {
  class C270 {
  class C271 {
  class C272 {
  class C273 {
  class C274 {
  class C275 {
  class C276 {
  class C277 {
  class C278 {
  class C279 {
  class C280 {
  class C281 {
  class C282 {
  class C283 {
  class C284 {
  class C285 {
  class C286 {
  class C287 {
  class C288 {
  class C289 {
  class C290 {
  class C291 {
  class C292 {
  class C293 {
  class C294 {
  class C295 {
  class C296 {
  class C297 {
  class C298 {
  class C299 {
  class C300 {
  class C301 {
  class C302 {
  class C303 {
  class C304 {
  class C305 {
  class C306 {
  class C307 {
  class C308 {
  class C309 {
  class C310 {
  class C311 {
  class C312 {
  class C313 {
  class C314 {
  class C315 {
  class C316 {
  class C317 {
  class C318 {
  class C319 {
  class C320 {
  class C321 {
  class C322 {
  class C323 {
  class C324 {
  class C325 {
  class C326 {
  class C327 {
  class C328 {
  class C329 {
  class C330 {
  class C331 {
  class C332 {
  class C333 {
  class C334 {
  class C335 {
  class C336 {
  class C337 {
  class C338 {
  class C339 {
  class C340 {
  class C341 {
  class C342 {
  class C343 {
  class C344 {
  class C345 {
  class C346 {
  class C347 {
  class C348 {
  class C349 {
  class C350 {
  class C351 {
  class C352 {
  class C353 {
  class C354 {
  class C355 {
  class C356 {
  class C357 {
  class C358 {
  class C359 {
  class C360 {
  class C361 {
  class C362 {
  class C363 {
  class C364 {
  class C365 {
  class C366 {
  class C367 {
  class C368 {
  class C369 {
  class C370 {
  class C371 {
  class C372 {
  class C373 {
  class C374 {
  class C375 {
  class C376 {
  class C377 {
  class C378 {
  class C379 {
  class C380 {
  class C381 {
  class C382 {
  class C383 {
  class C384 {
  class C385 {
  class C386 {
  class C387 {
  class C388 {
  class C389 {
  class C390 {
  class C391 {
  class C392 {
  class C393 {
  class C394 {
  class C395 {
  class C396 {
  class C397 {
  class C398 {
  class C399 {
  class C400 {
  class C401 {
  class C402 {
  class C403 {
  class C404 {
  class C405 {
  class C406 {
  class C407 {
  class C408 {
  class C409 {
  class C410 {
  class C411 {
  class C412 {
  class C413 {
  class C414 {
  class C415 {
  class C416 {
  class C417 {
  class C418 {
  class C419 {
  class C420 {
  class C421 {
  class C422 {
  class C423 {
  class C424 {
  class C425 {
  class C426 {
  class C427 {
  class C428 {
  class C429 {
  class C430 {
  class C431 {
  class C432 {
  class C433 {
  class C434 {
  class C435 {
  class C436 {
  class C437 {
  class C438 {
  class C439 {
  class C440 {
  class C441 {
  class C442 {
  class C443 {
  class C444 {
  class C445 {
  class C446 {
  class C447 {
  class C448 {
  class C449 {
  class C450 {
  class C451 {
  class C452 {
  class C453 {
  class C454 {
  class C455 {
  class C456 {
  class C457 {
  class C458 {
  class C459 {
  class C460 {
  class C461 {
  class C462 {
  class C463 {
  class C464 {
  class C465 {
  class C466 {
  class C467 {
  class C468 {
  class C469 {
  class C470 {
  class C471 {
  class C472 {
  class C473 {
  class C474 {
  class C475 {
  class C476 {
  class C477 {
  class C478 {
  class C479 {
  class C480 {
  class C481 {
  class C482 {
  class C483 {
  class C484 {
  class C485 {
  class C486 {
  class C487 {
  class C488 {
  class C489 {
  class C490 {
  class C491 {
  class C492 {
  class C493 {
  class C494 {
  class C495 {
  class C496 {
  class C497 {
  class C498 {
  class C499 {
  class C500 {
  class C501 {
  class C502 {
  class C503 {
  class C504 {
  class C505 {
  class C506 {
  class C507 {
  class C508 {
  class C509 {
  class C510 {
  class C511 {
  class C512 {
  class C513 {
  class C514 {
  class C515 {
  class C516 {
  class C517 {
  class C518 {
  class C519 {
  class C520 {
  class C521 {
  class C522 {
  class C523 {
  class C524 {
  class C525 {
  class C526 {
  class C527 {
  class C528 {
  class C529 {
  class C530 {
  class C531 {
  class C532 {
  class C533 {
  class C534 {
  class C535 {
  class C536 {
  class C537 {
  class C538 {
  class C539 {
  class C540 {
  class C541 {
  class C542 {
  class C543 {
  class C544 {
  class C545 {
  class C546 {
  class C547 {
  class C548 {
  class C549 {
  class C550 {
  class C551 {
  class C552 {
  class C553 {
  class C554 {
  class C555 {
  class C556 {
  class C557 {
  class C558 {
  class C559 {
  class C560 {
  class C561 {
  class C562 {
  class C563 {
  class C564 {
  class C565 {
  class C566 {
  class C567 {
  class C568 {
  class C569 {
  class C570 {
  class C571 {
  class C572 {
  class C573 {
  class C574 {
  class C575 {
  class C576 {
  class C577 {
  class C578 {
  class C579 {
  class C580 {
  class C581 {
  class C582 {
  class C583 {
  class C584 {
  class C585 {
  class C586 {
  class C587 {
  class C588 {
  class C589 {
  class C590 {
  class C591 {
  class C592 {
  class C593 {
  class C594 {
  class C595 {
  class C596 {
  class C597 {
  class C598 {
  class C599 {
  class C600 {
  class C601 {
  class C602 {
  class C603 {
  class C604 {
  class C605 {
  class C606 {
  class C607 {
  class C608 {
  class C609 {
  class C610 {
  class C611 {
  class C612 {
  class C613 {
  class C614 {
  class C615 {
  class C616 {
  class C617 {
  class C618 {
  class C619 {
  class C620 {
  class C621 {
  class C622 {
  class C623 {
  class C624 {
  class C625 {
  class C626 {
  class C627 {
  class C628 {
  class C629 {
  class C630 {
  class C631 {
  class C632 {
  class C633 {
  class C634 {
  class C635 {
  class C636 {
  class C637 {
  class C638 {
  class C639 {
  class C640 {
  class C641 {
  class C642 {
  class C643 {
  class C644 {
  class C645 {
  class C646 {
  class C647 {
  class C648 {
  class C649 {
  class C650 {
  class C651 {
  class C652 {
  class C653 {
  class C654 {
  class C655 {
  class C656 {
  class C657 {
  class C658 {
  class C659 {
  class C660 {
  class C661 {
  class C662 {
  class C663 {
  class C664 {
  class C665 {
  class C666 {
  class C667 {
  class C668 {
  class C669 {
  class C670 {
  class C671 {
  class C672 {
  class C673 {
  class C674 {
  class C675 {
  class C676 {
  class C677 {
  class C678 {
  class C679 {
  class C680 {
  class C681 {
  class C682 {
  class C683 {
  class C684 {
  class C685 {
  class C686 {
  class C687 {
  class C688 {
  class C689 {
  class C690 {
  class C691 {
  class C692 {
  class C693 {
  class C694 {
  class C695 {
  class C696 {
  class C697 {
  class C698 {
  class C699 {
  class C700 {
  class C701 {
  class C702 {
  class C703 {
  class C704 {
  class C705 {
  class C706 {
  class C707 {
  class C708 {
  class C709 {
  class C710 {
  class C711 {
  class C712 {
  class C713 {
  class C714 {
  class C715 {
  class C716 {
  class C717 {
  class C718 {
  class C719 {
  class C720 {
  class C721 {
  class C722 {
  class C723 {
  class C724 {
  class C725 {
  class C726 {
  class C727 {
  class C728 {
  class C729 {
  class C730 {
  class C731 {
  class C732 {
  class C733 {
  class C734 {
  class C735 {
  class C736 {
  class C737 {
  class C738 {
  class C739 {
  class C740 {
  class C741 {
  class C742 {
  class C743 {
  class C744 {
  class C745 {
  class C746 {
  class C747 {
  class C748 {
  class C749 {
  class C750 {
  class C751 {
  class C752 {
  class C753 {
  class C754 {
  class C755 {
  class C756 {
  class C757 {
  class C758 {
  class C759 {
  class C760 {
  class C761 {
  class C762 {
  class C763 {
  class C764 {
  class C765 {
  class C766 {
  class C767 {
  class C768 {
  class C769 {
  class C770 {
  class C771 {
  class C772 {
  class C773 {
  class C774 {
  class C775 {
  class C776 {
  class C777 {
  class C778 {
  class C779 {
  class C780 {
  class C781 {
  class C782 {
  class C783 {
  class C784 {
  class C785 {
  class C786 {
  class C787 {
  class C788 {
  class C789 {
  class C790 {
  class C791 {
  class C792 {
  class C793 {
  class C794 {
  class C795 {
  class C796 {
  class C797 {
  class C798 {
  class C799 {
  class C800 {
  class C801 {
  class C802 {
  class C803 {
  class C804 {
  class C805 {
  class C806 {
  class C807 {
  class C808 {
  class C809 {
  class C810 {
  class C811 {
  class C812 {
  class C813 {
  class C814 {
  class C815 {
  class C816 {
  class C817 {
  class C818 {
  class C819 {
  class C820 {
  class C821 {
  class C822 {
  class C823 {
  class C824 {
  class C825 {
  class C826 {
  class C827 {
  class C828 {
  class C829 {
  class C830 {
  class C831 {
  class C832 {
  class C833 {
  class C834 {
  class C835 {
  class C836 {
  class C837 {
  class C838 {
  class C839 {
  class C840 {
  class C841 {
  class C842 {
  class C843 {
  class C844 {
  class C845 {
  class C846 {
  class C847 {
  class C848 {
  class C849 {
  class C850 {
  class C851 {
  class C852 {
  class C853 {
  class C854 {
  class C855 {
  class C856 {
  class C857 {
  class C858 {
  class C859 {
  class C860 {
  class C861 {
  class C862 {
  class C863 {
  class C864 {
  class C865 {
  class C866 {
  class C867 {
  class C868 {
  class C869 {
  class C870 {
  class C871 {
  class C872 {
  class C873 {
  class C874 {
  class C875 {
  class C876 {
  class C877 {
  class C878 {
  class C879 {
  class C880 {
  class C881 {
  class C882 {
  class C883 {
  class C884 {
  class C885 {
  class C886 {
  class C887 {
  class C888 {
  class C889 {
  class C890 {
  class C891 {
  class C892 {
  class C893 {
  class C894 {
  class C895 {
  class C896 {
  class C897 {
  class C898 {
  class C899 {
  class C900 {
  class C901 {
  class C902 {
  class C903 {
  class C904 {
  class C905 {
  class C906 {
  class C907 {
  class C908 {
  class C909 {
  class C910 {
  class C911 {
  class C912 {
  class C913 {
  class C914 {
  class C915 {
  class C916 {
  class C917 {
  class C918 {
  class C919 {
  class C920 {
  class C921 {
  class C922 {
  class C923 {
  class C924 {
  class C925 {
  class C926 {
  class C927 {
  class C928 {
  class C929 {
  class C930 {
  class C931 {
  class C932 {
  class C933 {
  class C934 {
  class C935 {
  class C936 {
  class C937 {
  class C938 {
  class C939 {
  class C940 {
  class C941 {
  class C942 {
  class C943 {
  class C944 {
  class C945 {
  class C946 {
  class C947 {
  class C948 {
  class C949 {
  class C950 {
  class C951 {
  class C952 {
  class C953 {
  class C954 {
  class C955 {
  class C956 {
  class C957 {
  class C958 {
  class C959 {
  class C960 {
  class C961 {
  class C962 {
  class C963 {
  class C964 {
  class C965 {
  class C966 {
  class C967 {
  class C968 {
  class C969 {
  class C970 {
  class C971 {
  class C972 {
  class C973 {
  class C974 {
  class C975 {
  class C976 {
  class C977 {
  class C978 {
  class C979 {
  class C980 {
  class C981 {
  class C982 {
  class C983 {
  class C984 {
  class C985 {
  class C986 {
  class C987 {
  class C988 {
  class C989 {
  class C990 {
  class C991 {
  class C992 {
  class C993 {
  class C994 {
  class C995 {
  class C996 {
  class C997 {
  class C998 {
  class C999 {
  class C1000 {
  class C1001 {
  class C1002 {
  class C1003 {
  class C1004 {
  class C1005 {
  class C1006 {
  class C1007 {
  class C1008 {
  class C1009 {
  class C1010 {
  class C1011 {
  class C1012 {
  class C1013 {
  class C1014 {
  class C1015 {
  class C1016 {
  class C1017 {
  class C1018 {
  class C1019 {
  class C1020 {
  class C1021 {
  class C1022 {
  class C1023 {
  class C1024 {
  class C1025 {
  class C1026 {
  class C1027 {
  class C1028 {
  class C1029 {
  class C1030 {
  class C1031 {
  class C1032 {
  class C1033 {
  class C1034 {
  class C1035 {
  class C1036 {
  class C1037 {
  class C1038 {
  class C1039 {
  class C1040 {
  class C1041 {
  class C1042 {
  class C1043 {
  class C1044 {
  class C1045 {
  class C1046 {
  class C1047 {
  class C1048 {
  class C1049 {
  class C1050 {
  class C1051 {
  class C1052 {
  class C1053 {
  class C1054 {
  class C1055 {
  class C1056 {
  class C1057 {
  class C1058 {
  class C1059 {
  class C1060 {
  class C1061 {
  class C1062 {
  class C1063 {
  class C1064 {
  class C1065 {
  class C1066 {
  class C1067 {
  class C1068 {
  class C1069 {
  class C1070 {
  class C1071 {
  class C1072 {
  class C1073 {
  class C1074 {
  class C1075 {
  class C1076 {
  class C1077 {
  class C1078 {
  class C1079 {
  class C1080 {
  class C1081 {
  class C1082 {
  class C1083 {
  class C1084 {
  class C1085 {
  class C1086 {
  class C1087 {
  class C1088 {
  class C1089 {
  class C1090 {
  class C1091 {
  class C1092 {
  class C1093 {
  class C1094 {
  class C1095 {
  class C1096 {
  class C1097 {
  class C1098 {
  class C1099 {
  class C1100 {
  class C1101 {
  class C1102 {
  class C1103 {
  class C1104 {
  class C1105 {
  class C1106 {
  class C1107 {
  class C1108 {
  class C1109 {
  class C1110 {
  class C1111 {
  class C1112 {
  class C1113 {
  class C1114 {
  class C1115 {
  class C1116 {
  class C1117 {
  class C1118 {
  class C1119 {
  class C1120 {
  class C1121 {
  class C1122 {
  class C1123 {
  class C1124 {
  class C1125 {
  class C1126 {
  class C1127 {
  class C1128 {
  class C1129 {
  class C1130 {
  class C1131 {
  class C1132 {
  class C1133 {
  class C1134 {
  class C1135 {
  class C1136 {
  class C1137 {
  class C1138 {
  class C1139 {
  class C1140 {
  class C1141 {
  class C1142 {
  class C1143 {
  class C1144 {
  class C1145 {
  class C1146 {
  class C1147 {
  class C1148 {
  class C1149 {
  class C1150 {
  class C1151 {
  class C1152 {
  class C1153 {
  class C1154 {
  class C1155 {
  class C1156 {
  class C1157 {
  class C1158 {
  class C1159 {
  class C1160 {
  class C1161 {
  class C1162 {
  class C1163 {
  class C1164 {
  class C1165 {
  class C1166 {
  class C1167 {
  class C1168 {
  class C1169 {
  class C1170 {
  class C1171 {
  class C1172 {
  class C1173 {
  class C1174 {
  class C1175 {
  class C1176 {
  class C1177 {
  class C1178 {
  class C1179 {
  class C1180 {
  class C1181 {
  class C1182 {
  class C1183 {
  class C1184 {
  class C1185 {
  class C1186 {
  class C1187 {
  class C1188 {
  class C1189 {
  class C1190 {
  class C1191 {
  class C1192 {
  class C1193 {
  class C1194 {
  class C1195 {
  class C1196 {
  class C1197 {
  class C1198 {
  class C1199 {
  class C1200 {
  class C1201 {
  class C1202 {
  class C1203 {
  class C1204 {
  class C1205 {
  class C1206 {
  class C1207 {
  class C1208 {
  class C1209 {
  class C1210 {
  class C1211 {
  class C1212 {
  class C1213 {
  class C1214 {
  class C1215 {
  class C1216 {
  class C1217 {
  class C1218 {
  class C1219 {
  class C1220 {
  class C1221 {
  class C1222 {
  class C1223 {
  class C1224 {
  class C1225 {
  class C1226 {
  class C1227 {
  class C1228 {
  class C1229 {
  class C1230 {
  class C1231 {
  class C1232 {
  class C1233 {
  class C1234 {
  class C1235 {
  class C1236 {
  class C1237 {
  class C1238 {
  class C1239 {
  class C1240 {
  class C1241 {
  class C1242 {
  class C1243 {
  class C1244 {
  class C1245 {
  class C1246 {
  class C1247 {
  class C1248 {
  class C1249 {
  class C1250 {
  class C1251 {
  class C1252 {
  class C1253 {
  class C1254 {
  class C1255 {
  class C1256 {
  class C1257 {
  class C1258 {
  class C1259 {
  class C1260 {
  class C1261 {
  class C1262 {
  class C1263 {
  class C1264 {
  class C1265 {
  class C1266 {
  class C1267 {
  class C1268 {
  class C1269 {
  class C1270 {
  class C1271 {
  class C1272 {
  class C1273 {
  class C1274 {
  class C1275 {
  class C1276 {
  class C1277 {
  class C1278 {
  class C1279 {
  class C1280 {
  class C1281 {
  class C1282 {
  class C1283 {
  class C1284 {
  class C1285 {
  class C1286 {
  class C1287 {
  class C1288 {
  class C1289 {
  class C1290 {
  class C1291 {
  class C1292 {
  class C1293 {
  class C1294 {
  class C1295 {
  class C1296 {
  class C1297 {
  class C1298 {
  class C1299 {
  class C1300 {
  class C1301 {
  class C1302 {
  class C1303 {
  class C1304 {
  class C1305 {
  class C1306 {
  class C1307 {
  class C1308 {
  class C1309 {
  class C1310 {
  class C1311 {
  class C1312 {
  class C1313 {
  class C1314 {
  class C1315 {
  class C1316 {
  class C1317 {
  class C1318 {
  class C1319 {
  class C1320 {
  class C1321 {
  class C1322 {
  class C1323 {
  class C1324 {
  class C1325 {
  class C1326 {
  class C1327 {
  class C1328 {
  class C1329 {
  class C1330 {
  class C1331 {
  class C1332 {
  class C1333 {
  class C1334 {
  class C1335 {
  class C1336 {
  class C1337 {
  class C1338 {
  class C1339 {
  class C1340 {
  class C1341 {
  class C1342 {
  class C1343 {
  class C1344 {
  class C1345 {
  class C1346 {
  class C1347 {
  class C1348 {
  class C1349 {
  class C1350 {
  class C1351 {
  class C1352 {
  class C1353 {
  class C1354 {
  class C1355 {
  class C1356 {
  class C1357 {
  class C1358 {
  class C1359 {
  class C1360 {
  class C1361 {
  class C1362 {
  class C1363 {
  class C1364 {
  class C1365 {
  class C1366 {
  class C1367 {
  class C1368 {
  class C1369 {
  class C1370 {
  class C1371 {
  class C1372 {
  class C1373 {
  class C1374 {
  class C1375 {
  class C1376 {
  class C1377 {
  class C1378 {
  class C1379 {
  class C1380 {
  class C1381 {
  class C1382 {
  class C1383 {
  class C1384 {
  class C1385 {
  class C1386 {
  class C1387 {
  class C1388 {
  class C1389 {
  class C1390 {
  class C1391 {
  class C1392 {
  class C1393 {
  class C1394 {
  class C1395 {
  class C1396 {
  class C1397 {
  class C1398 {
  class C1399 {
  class C1400 {
  class C1401 {
  class C1402 {
  class C1403 {
  class C1404 {
  class C1405 {
  class C1406 {
  class C1407 {
  class C1408 {
  class C1409 {
  class C1410 {
  class C1411 {
  class C1412 {
  class C1413 {
  class C1414 {
  class C1415 {
  class C1416 {
  class C1417 {
  class C1418 {
  class C1419 {
  class C1420 {
  class C1421 {
  class C1422 {
  class C1423 {
  class C1424 {
  class C1425 {
  class C1426 {
  class C1427 {
  class C1428 {
  class C1429 {
  class C1430 {
  class C1431 {
  class C1432 {
  class C1433 {
  class C1434 {
  class C1435 {
  class C1436 {
  class C1437 {
  class C1438 {
  class C1439 {
  class C1440 {
  class C1441 {
  class C1442 {
  class C1443 {
  class C1444 {
  class C1445 {
  class C1446 {
  class C1447 {
  class C1448 {
  class C1449 {
  class C1450 {
  class C1451 {
  class C1452 {
  class C1453 {
  class C1454 {
  class C1455 {
  class C1456 {
  class C1457 {
  class C1458 {
  class C1459 {
  class C1460 {
  class C1461 {
  class C1462 {
  class C1463 {
  class C1464 {
  class C1465 {
  class C1466 {
  class C1467 {
  class C1468 {
  class C1469 {
  class C1470 {
  class C1471 {
  class C1472 {
  class C1473 {
  class C1474 {
  class C1475 {
  class C1476 {
  class C1477 {
  class C1478 {
  class C1479 {
  class C1480 {
  class C1481 {
  class C1482 {
  class C1483 {
  class C1484 {
  class C1485 {
  class C1486 {
  class C1487 {
  class C1488 {
  class C1489 {
  class C1490 {
  class C1491 {
  class C1492 {
  class C1493 {
  class C1494 {
  class C1495 {
  class C1496 {
  class C1497 {
  class C1498 {
  class C1499 {
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
  }
}
