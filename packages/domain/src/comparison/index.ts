export { type AbsenceAnswer, absenceAnswers } from "./absence-answers.ts";
export {
  compareLists,
  type ComparedField,
  type ListComparison,
  type Listed,
  type Stated,
} from "./compare-lists.ts";
