import type { ReactElement } from "react";
import { enrolmentTexts } from "#language/enrolment.ts";
import { useTexts } from "#language/use-texts.ts";
import { Steps, type Step } from "#ui";

const order = ["compose", "check", "send", "result", "repair"] as const;
type PacketStep = (typeof order)[number];

/** Where a packet stands on its way: everything before `now` is done; null when the way is over. */
export function PacketSteps({ now }: { readonly now: PacketStep | null }): ReactElement {
  const t = useTexts(enrolmentTexts);
  const at = now === null ? order.length : order.indexOf(now);
  const steps = order.map((step, place): Step => ({
    title: t.steps[step],
    state: place < at ? "done" : place === at ? "now" : "later",
  }));
  return <Steps steps={steps} />;
}

/** The step a packet waits at. */
export function stepOf(packet: {
  readonly state: "draft" | "sent" | "answered" | "withdrawn";
  readonly rejected: number;
}): PacketStep | null {
  if (packet.state === "draft") return "check";
  if (packet.state === "sent") return "result";
  return packet.state === "answered" && packet.rejected > 0 ? "repair" : null;
}
