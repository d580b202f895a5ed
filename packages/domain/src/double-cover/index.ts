export {
  defaultPrecedence,
  type DoubleCover,
  findDouble,
  type OtherCover,
  type OwedPart,
  type Precedence,
  precedences,
} from "./find-double.ts";
export { type CoverLine, type CoverLineProblem, mostCoverLines, readCoverLines } from "./read-cover-lines.ts";
