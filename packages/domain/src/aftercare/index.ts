export {
  askedFigure,
  type AskedFigure,
  type FamilyAnswer,
  type ReceivedAnswer,
  receivedAnswers,
  sampleOf,
  type SampleTerms,
  shareOut,
} from "./asking.ts";
export {
  type Finding,
  findings,
  type Need,
  needs,
  nextVisit,
  type Visit,
  type VisitStage,
  visitsOf,
  visitStages,
} from "./visits.ts";
export {
  figuresByCover,
  type FollowedFamily,
  outcomeOf,
  type Reading,
  type WelfareFigure,
  type WelfareOutcome,
} from "./welfare.ts";
