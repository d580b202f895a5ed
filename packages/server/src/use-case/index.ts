export { act, type Call, change, type Operation, read, type UseCase, useCasesOf } from "./use-case.ts";
export { type Refused, refuse } from "./refuse.ts";
export { asCity, inAccounts, onBehalfOf, type Step } from "./step.ts";
export { pageOf, type PageOf, type PageSize } from "./page-of.ts";
