import type { ClaimabilityCounts } from "@tuwai/server/claimability";
import type { ReactElement } from "react";
import { claimabilityTexts } from "#language/claimability.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Notice } from "#ui";

/** How a draft stands before it is sent, and the way to what is missing. */
export function PacketClaimability(props: {
  readonly code: string;
  readonly counts: ClaimabilityCounts;
}): ReactElement {
  const t = useTexts(claimabilityTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { red, amber, green, toDecide } = props.counts;
  const number = (value: number) => formatNumber(language, value);
  return (
    <Notice tone={toDecide > 0 ? "warn" : "info"}>
      <p>{t.onPacket(number(red), number(amber), number(green))}</p>
      {toDecide > 0 && <p>{t.onPacketDecide(number(toDecide))}</p>}
      <a href={to(`/kepesertaan/kelayakan?paket=${props.code}`)}>{t.see}</a>
    </Notice>
  );
}
