import { listTasks, type Task as CountedTask, type TaskTarget } from "@tuwai/server/tasks";
import { formatNumber } from "#language/format.ts";
import { localPath, type Language } from "#language/language.ts";
import { workTexts } from "#language/work.ts";
import type { Task, TaskSource } from "#shell";

/** Seconds one of them takes, as measured by sitting beside people or, until then, as interface.md D2 aims at. */
const secondsEach = {
  "mend-rejected": 180,
  "endorse-lists": 300,
  "revise-returned-list": 600,
  "repair-rows": 60,
  "answer-link-questions": 12,
  "propose-list": 10,
  "accept-proposals": 10,
  "match-waiting": 2,
  "fund-waiting": 10,
  "compose-packet": 2,
  "await-results": 60,
} as const;
type Code = keyof typeof secondsEach;

const paths: Readonly<Record<TaskTarget, string>> = {
  "import-approvals": "/impor/persetujuan",
  imports: "/impor",
  "village-lists": "/penetapan",
  "lists-to-endorse": "/penetapan?keadaan=diajukan",
  "link-questions": "/padan/antrean",
  matching: "/sponsor/penjodohan",
  "waiting-people": "/sponsor",
  enrolments: "/kepesertaan",
  "rejected-enrolments": "/kepesertaan?status=rejected",
};

/** What is counted rather than listed one by one; files and packets bring their own rows with their own names. */
export const countedTasks: TaskSource = async (app, actor, language) => {
  const tasks = await listTasks(app, actor);
  return tasks.filter(isCounted).map((task) => taskOf(task, language));
};

const isCounted = (task: CountedTask): task is CountedTask & { readonly code: Code } =>
  Object.hasOwn(secondsEach, task.code);

function taskOf({ code, count, target }: CountedTask & { readonly code: Code }, language: Language): Task {
  const t = workTexts[language];
  const minutes = Math.max(1, Math.ceil((count * secondsEach[code]) / 60));
  return {
    id: code,
    text: t.tasks[code](formatNumber(language, count)),
    note: t.effort(t.why[code], minutes),
    href: localPath(language, paths[target]),
    action: t.actions[code],
  };
}
