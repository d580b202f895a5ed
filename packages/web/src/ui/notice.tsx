import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "info" | "ok" | "warn" | "err";
const icons: Record<Tone, IconName> = { info: "info", ok: "check", warn: "warning", err: "warning" };

/** A message about the page. `announce` reads it out: for something that has just happened. */
export function Notice(props: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly announce?: boolean;
  readonly children?: ReactNode;
}): ReactElement {
  const { tone = "info", title, announce = false, children } = props;
  return (
    <div
      className={tone === "info" ? "notice" : `notice notice-${tone}`}
      {...(announce ? { role: "status" } : {})}
    >
      <Icon name={icons[tone]} />
      <div>
        {title !== undefined && <strong>{title} </strong>}
        {children}
      </div>
    </div>
  );
}
