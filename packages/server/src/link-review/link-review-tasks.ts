import { taskSources } from "#tasks";
import { countOpenQuestions } from "./open-question.view.ts";

export const linkReviewTasks = [
  taskSources({
    code: "answer-link-questions",
    target: "link-questions",
    urgency: 90,
    permission: "link_review.decide",
    count: ({ tx, area }) => countOpenQuestions(tx, area),
  }),
];
