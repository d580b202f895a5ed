import { read } from "#use-case";
import { listNotices as listRows, type ShownNotice } from "./notification.store.ts";

const days = 14;
const most = 5;

/** What others did of late that this desk should know, newest first: of the own role and jurisdiction, two weeks back. */
export const listNotices = read(
  { purpose: "notice-list", permission: "notice.list" },
  ({ tx, actor }): Promise<readonly ShownNotice[]> => listRows(tx, actor, { days, most }),
);
