import { signatureAt } from '@benchbook/dsl';
import { answering, type Feature } from '../feature.js';

/** How the function around the cursor is called. */
export const signature: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: ['(', ','] } },
  register: (session) => {
    session.connection.onSignatureHelp(
      answering(session, null, ({ document, analysis }, { position }) => {
        const found = signatureAt(analysis, document.offsetAt(position));
        if (found === null) return null;
        const label = `${found.name}(${found.parameters.join(', ')})`;
        const parameters = found.parameters.map((parameter) => ({ label: parameter }));
        const told = found.doc === null ? {} : { documentation: found.doc };
        return { signatures: [{ label, parameters, ...told }], activeSignature: 0, activeParameter: found.active };
      }),
    );
  },
};
