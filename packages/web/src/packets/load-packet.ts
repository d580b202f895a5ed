import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { countClaimability } from "@tuwai/server/claimability";
import { getPacket } from "@tuwai/server/packets";
import { enrolmentTexts } from "#language/enrolment.ts";
import { languageOf } from "#language/language.ts";
import { villageNamer } from "#regions";
import { readPage } from "#ui";

export type PacketData = Awaited<ReturnType<typeof loadPacket>>;

/** What the page of one packet shows. */
export async function loadPacket(
  [app, actor]: readonly [App, Actor],
  { pathname, searchParams }: URL,
  packetCode: string,
) {
  const packet = await getPacket(app, actor, { packetCode, page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  const isJudged = packet.state === "draft" && may(actor, "claimability.read");
  return {
    ...packet,
    claimability: isJudged ? await countClaimability(app, actor, { packetCode: packet.code }) : null,
    title: enrolmentTexts[languageOf(pathname)].packet.title(packet.code),
    maySubmit: may(actor, "enrolment.submit"),
    mayUpload: may(actor, "enrolment.confirm"),
    mayDownload: may(actor, "enrolment.packet_download"),
    operation: app.newId(),
    rows: packet.rows.map((row) => ({
      ...row,
      village: nameOf(row.person.villageCode) ?? "",
      operation: app.newId(),
    })),
  };
}
