package sorte.change.description;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;

/// What a heading or the label of an item says of what stands under it.
final class Headings {
  private static final Pattern IDEA =
      Pattern.compile(
          "\\b(idea|ideia|concept|conceito|descrip|descri[cç]|name|nome|title|t[ií]tulo|objective|objetivo|goal|overview|hypothesis|essence|summary|resumo|proxy mapping|mapping)");
  private static final Pattern INDICATORS =
      Pattern.compile("\\b(indicator|indicador|par[aâ]met|features|tools)");
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\b(entry|entries|entering|enter|entrada|entrar|opening|open a|buy|compra|signals?(?! line))");
  private static final Pattern EXIT =
      Pattern.compile("\\b(exit|exits|exiting|closing|close|sa[ií]da|sair|fechamento|encerrar)");
  private static final Pattern RISK =
      Pattern.compile(
          "\\b(risk|risco|position siz|sizing|money management|capital management|stop|stops|take profit|take-profit|profit target|alvo|tamanho|gest[aã]o|gerenciamento|trade management|position management)");
  private static final Pattern RULES =
      Pattern.compile(
          "\\b(additional|filter|filtro|rules|regras|constraint|restri|condi|limitations|time window|trading window|trading session|trading hours|hor[aá]rio|session)");
  private static final Pattern NOTES =
      Pattern.compile(
          "\\b(note|notes|backtest|testing|test|task|implementation|visuali|data|dataset|timeframe|time frame|asset|instrument|market|commission|costs|parameters \\(default|tempo gr[aá]fico|ativo|observa)");
  private static final Pattern OPTIONAL =
      Pattern.compile("\\b(optional|opcional|recommended|optionally)\\b");

  private Headings() {}

  static Place under(String label, List<Mark> marks, Place place) {
    String text = Scanner.fold(label).toLowerCase(Locale.ROOT);
    Place here = OPTIONAL.matcher(text).find() ? place.asOptional() : place;
    Part part = part(text, here.part());
    if (part != here.part()) {
      here = here.part(part);
    }
    Side side = side(marks, here);
    if (side != Side.NEITHER) {
      here = here.side(side);
    }
    if (marks.stream().anyMatch(m -> m.is("ANYOF"))) {
      here = here.any(true);
    } else if (marks.stream().anyMatch(m -> m.is("ALLOF") || m.is("BOTH"))) {
      here = here.any(false);
    }
    return here;
  }

  private static Part part(String text, Part before) {
    boolean exit = EXIT.matcher(text).find();
    boolean entry = ENTRY.matcher(text).find();
    if ((IDEA.matcher(text).find() || text.matches("(trading )?(strategy|estrategia)")) && !exit) {
      return Part.IDEA;
    }
    if (before == Part.INDICATORS || before == Part.IDEA) {
      boolean own =
          text.matches(".*\\b(condition|rules|regras|logic|condi).*")
              || text.split(" ").length <= 3;
      if (!own) {
        return before;
      }
    }
    if (exit
        && !(entry && text.indexOf("entr") < text.indexOf("exit") && text.contains("condition"))) {
      return Part.EXIT;
    }
    if (RISK.matcher(text).find()) {
      return before == Part.EXIT && !text.contains("risk") ? Part.EXIT : Part.RISK;
    }
    if (entry && before != Part.EXIT && before != Part.RULES && before != Part.RISK) {
      return Part.ENTRY;
    }
    if (INDICATORS.matcher(text).find() && before != Part.ENTRY && before != Part.EXIT) {
      return Part.INDICATORS;
    }
    if (RULES.matcher(text).find()) {
      return before == Part.NONE
              || before == Part.INDICATORS
              || before == Part.IDEA
              || text.contains("additional")
              || text.contains("adiciona")
          ? Part.RULES
          : before;
    }
    if (NOTES.matcher(text).find()
        && !text.matches(".*\\b(strategy|estrategia)\\b.*")
        && (before == Part.NONE || before == Part.RULES || before == Part.IDEA)) {
      return before == Part.RULES ? before : Part.NOTES;
    }
    return before;
  }

  static Side side(List<Mark> marks, Place place) {
    boolean isLong = marks.stream().anyMatch(m -> m.is("LONG"));
    boolean isShort = marks.stream().anyMatch(m -> m.is("SHORT"));
    if (isLong != isShort) {
      return isLong ? Side.LONG : Side.SHORT;
    }
    boolean buy = marks.stream().anyMatch(m -> m.is("BUY"));
    boolean sell = marks.stream().anyMatch(m -> m.is("SELL"));
    if (isLong || buy == sell) {
      return Side.NEITHER;
    }
    if (place.part() == Part.ENTRY) {
      return buy ? Side.LONG : Side.SHORT;
    }
    return place.part() == Part.EXIT ? sell ? Side.LONG : Side.SHORT : Side.NEITHER;
  }
}
