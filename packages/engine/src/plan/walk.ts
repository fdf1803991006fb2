export { inputsOf, parts, walk } from '@benchbook/dsl';
