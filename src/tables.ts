/**
 * Tables of articles, fit for a phone: there every row becomes a list, so each cell carries the heading of its column, and roles that
 * stay when the style sheet takes the table apart.
 */
import { defineHastPlugin, type HastNode } from 'satteri';

const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  th: 'columnheader',
  td: 'cell',
};

const below = (node: HastNode): HastNode[] => ('children' in node ? (node.children as HastNode[]) : []);
const parts = (node: HastNode, name: string): HastNode[] =>
  below(node).flatMap((child) => [
    ...(child.type === 'element' && child.tagName === name ? [child] : []),
    ...parts(child, name),
  ]);

export const tablesInPieces = defineHastPlugin({
  name: 'port-of-call:tables',
  element: {
    filter: ['table'],
    visit(table, context) {
      const headings = parts(table, 'th').map((heading) => context.textContent(heading));
      for (const row of parts(table, 'tr'))
        for (const [column, cell] of parts(row, 'td').entries())
          if (column > 0) context.setProperty(cell, 'data-label', headings[column]);
      for (const [name, role] of Object.entries(ROLES))
        for (const node of name === 'table' ? [table] : parts(table, name))
          context.setProperty(node, 'role', role);
    },
  },
});
