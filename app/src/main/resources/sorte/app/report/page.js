for (const plot of document.querySelectorAll('.plot')) {
  const readings = JSON.parse(plot.querySelector('script').textContent);
  const hair = plot.querySelector('.hair');
  const tip = plot.querySelector('.tip');
  let at = readings.length - 1;
  const show = (index) => {
    at = Math.max(0, Math.min(readings.length - 1, index));
    const x = (at + 0.5) / readings.length;
    hair.style.display = tip.style.display = 'block';
    hair.style.left = 100 * x + '%';
    tip.textContent = readings[at];
    tip.style.left = x < 0.5 ? 'calc(' + 100 * x + '% + 10px)' : 'auto';
    tip.style.right = x < 0.5 ? 'auto' : 'calc(' + 100 * (1 - x) + '% + 10px)';
  };
  const hide = () => { hair.style.display = tip.style.display = 'none'; };
  plot.addEventListener('pointermove', (e) => {
    const box = plot.getBoundingClientRect();
    show(Math.floor((e.clientX - box.left) / box.width * readings.length));
  });
  plot.addEventListener('pointerleave', hide);
  plot.addEventListener('blur', hide);
  plot.addEventListener('keydown', (e) => {
    const far = Math.max(1, Math.floor(readings.length / 20));
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -far, PageDown: far, Home: -1e9, End: 1e9 }[e.key];
    if (step !== undefined) { e.preventDefault(); show(at + step); }
    if (e.key === 'Escape') hide();
  });
}
