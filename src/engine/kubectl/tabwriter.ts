/**
 * Columns as Go's text/tabwriter aligns them: a column is a run of lines that each end a cell there with a tab, and is as wide as its widest cell.
 *
 * Source: go src/text/tabwriter; kubectl uses it with a minimum width and a padding (k8s staging/src/k8s.io/cli-runtime/pkg/printers/tabwriter.go).
 */

export interface Columns {
  minWidth: number;
  padding: number;
}

export function align(lines: readonly string[], { minWidth, padding }: Columns): string {
  const rows = lines.map((line) => line.split('\t'));
  const widths = rows.map((row) =>
    row.slice(0, -1).map((cell) => Math.max(minWidth, [...cell].length + padding)),
  );
  const depth = Math.max(0, ...widths.map((row) => row.length));
  for (let column = 0; column < depth; column++) levelRuns(widths, column);
  return rows
    .map((row, index) => `${row.map((cell, column) => pad(cell, widths[index]?.[column])).join('')}\n`)
    .join('');
}

/** Gives every line of a run the run's greatest width. */
function levelRuns(widths: number[][], column: number): void {
  let first = 0;
  for (let line = 0; line <= widths.length; line++) {
    if (widths[line]?.[column] !== undefined) continue;
    const run = widths.slice(first, line);
    const width = Math.max(0, ...run.map((row) => row[column] ?? 0));
    for (const row of run) row[column] = width;
    first = line + 1;
  }
}

/** The last cell of a line ends no column. */
function pad(cell: string, width: number | undefined): string {
  return width === undefined ? cell : cell + ' '.repeat(width - [...cell].length);
}
