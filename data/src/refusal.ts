/** Something was asked that cannot be done; the message is a sentence for whoever asked. */
export class Refusal extends Error {}
