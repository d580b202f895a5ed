import { may } from "@tuwai/server/access";
import { listPackets } from "@tuwai/server/packets";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import { localPath } from "#language/language.ts";
import type { Task, TaskSource } from "#shell";

/** Drafts to be sent and rejections to be repaired, for the manager; files to be fetched, for the branch. */
export const packetTasks: TaskSource = async (app, actor, language) => {
  const isBranch = may(actor, "enrolment.confirm");
  if (!isBranch && !may(actor, "enrolment.submit")) return [];
  const t = enrolmentTexts[language].tasks;
  const { rows } = await listPackets(app, actor);
  const number = (value: number): string => formatNumber(language, value);
  return rows.flatMap(({ code, state, lines, rejected }): Task[] => {
    const task = (id: string, text: string, action: string): Task[] => [
      { id: `${id}-${code}`, text, action, href: localPath(language, `/kepesertaan/pendaftaran/${code}`) },
    ];
    if (isBranch)
      return state === "sent" ? task("fetch", t.download(code, number(lines)), t.downloadAction) : [];
    if (state === "draft") return task("send", t.send(code, number(lines)), t.sendAction);
    return rejected > 0 ? task("repair", t.repair(code, number(rejected)), t.repairAction) : [];
  });
};
