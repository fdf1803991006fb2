/** What a reader calls a declaration. */
export const titleOf = ({ name, label }: { readonly name: string; readonly label: string | null }): string =>
  label ?? name;
