import { actionsAt } from '@benchbook/dsl';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver/node';
import { toEdit, toSpan } from '../convert.js';
import { answering, type Feature } from '../feature.js';

/** Repairs of what is wrong, and changes to what is right. */
export const actions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] } },
  register: (session) => {
    session.connection.onCodeAction(
      answering(session, null as CodeAction[] | null, ({ document, analysis }, { range, context }) => {
        const found = actionsAt(analysis, toSpan(document, range));
        const all = found.map(({ title, kind, code, edits }): CodeAction => {
          const mended = context.diagnostics.filter((diagnostic) => diagnostic.code === code);
          return {
            title,
            kind: kind === 'fix' ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
            ...(mended.length > 0 ? { diagnostics: mended, isPreferred: true } : {}),
            edit: { changes: { [document.uri]: edits.map((fix) => toEdit(document, fix)) } },
          };
        });
        const { only } = context;
        return only ? all.filter(({ kind }) => only.some((wanted) => kind?.startsWith(wanted))) : all;
      }),
    );
  },
};
