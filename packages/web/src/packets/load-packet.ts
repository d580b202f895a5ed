import { scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { listEnrolments } from "@tuwai/server/enrolment";
import { enrolmentTexts } from "#language/enrolment.ts";
import { languageOf } from "#language/language.ts";
import { villageNamer } from "#regions";
import { readPage } from "#ui";
import { getPacketByCode } from "./find-packet.ts";

export type PacketData = Awaited<ReturnType<typeof loadPacket>>;

/** What the page of one packet shows. */
export async function loadPacket(
  [app, actor]: readonly [App, Actor],
  { pathname, searchParams }: URL,
  code: string,
) {
  const page = readPage(searchParams);
  const packet = await getPacketByCode(app, actor, { code, page });
  const nameOf = await villageNamer(app, actor);
  const maySubmit = scopeOf(actor, "enrolment.submit") !== null;
  const isAgainPossible = maySubmit && packet.rejected > 0;
  const rejected = isAgainPossible ? await listRejected(app, actor) : new Map<string, never>();
  return {
    ...packet,
    title: enrolmentTexts[languageOf(pathname)].packet.title(packet.code),
    maySubmit,
    mayUpload: actor.role === "BPJ",
    mayDownload: scopeOf(actor, "enrolment.packet_download") !== null,
    operation: app.newId(),
    rows: packet.rows.map((row) => {
      const again = row.state === "rejected" ? rejected.get(row.person.code ?? "") : undefined;
      return {
        ...row,
        village: nameOf(row.person.villageCode) ?? "",
        operation: app.newId(),
        again: again ?? null,
      };
    }),
  };
}

/** Rejected enrolments by worker code: what "put forward again" needs and a packet line does not say. */
async function listRejected(app: App, actor: Actor) {
  const found = new Map<string, { readonly id: string; readonly version: number }>();
  for (let page = 1; ; page += 1) {
    const { rows, pages } = await listEnrolments(app, actor, { state: "rejected", page });
    for (const { id, version, person } of rows)
      if (person.code !== undefined && !found.has(person.code)) found.set(person.code, { id, version });
    if (page >= pages) return found;
  }
}
