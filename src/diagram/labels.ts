/** Labels that must fit: their estimated width, and names cut in the middle. Widths are those of a wide system font. */

/** Widths per em: figures and mono are exact, the rest errs on the wide side. */
export function textWidth(text: string, size: number, font: 'sans' | 'bold' | 'mono'): number {
  let em = 0;
  for (const char of text) em += charWidth(char, font);
  return em * size;
}

function charWidth(char: string, font: 'sans' | 'bold' | 'mono'): number {
  if (/[\u2e80-\u9fff\uff00-\uffef]/.test(char)) return 1;
  if (font === 'mono') return 0.602;
  const bold = font === 'bold' ? 1.06 : 1;
  if (/[ilj.,:;'|! ftrI-]/.test(char)) return 0.33 * bold;
  if (/[mwMW@]/.test(char)) return 0.86 * bold;
  return (/[A-Z]/.test(char) ? 0.69 : 0.56) * bold;
}

/** `order-service-production` → `order-serv…tion`: the beginning and the end tell names apart. */
export function cutName(name: string, length: number): string {
  if (name.length <= length) return name;
  const tail = Math.floor((length - 1) / 3);
  return `${name.slice(0, length - 1 - tail)}…${name.slice(name.length - tail)}`;
}
