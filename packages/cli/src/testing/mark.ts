/** Marks what differs, also where there are no colours. */
export const MARK = '✗';
