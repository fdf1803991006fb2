/** The folder that the program was installed in, with its `docs/`. */
export const installation = new URL('../../../../', import.meta.url);
