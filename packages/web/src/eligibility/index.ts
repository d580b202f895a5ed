export { codeWords } from "./reason-words.ts";
export { Candidates, isWithoutPeople } from "./candidates.tsx";
export { outcomes, type Outcome } from "./outcomes.ts";
export { usePersonColumns } from "./use-person-columns.tsx";
