import type { SeenSession } from "@tuwai/server/accounts";
import type { ReactElement, ReactNode } from "react";
import { formatInstant } from "#language/format.ts";
import { passwordTexts } from "#language/passwords.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { deviceOf } from "./device-of.ts";

/** Running sessions: what device, since when, used when last; `beside` adds what can be done with one. */
export function SessionList<S extends SeenSession>(props: {
  readonly sessions: readonly S[];
  readonly beside?: (session: S) => ReactNode;
}): ReactElement {
  const t = useTexts(passwordTexts).sessions;
  const language = useLanguage();
  return (
    <ul className="tasks">
      {props.sessions.map((session) => (
        <li key={session.sessionId}>
          <div>
            <strong>{deviceOf(language, session.userAgent)}</strong>
            <p className="quiet small">
              {t.line(formatInstant(language, session.since), formatInstant(language, session.lastUsed))}
            </p>
          </div>
          {props.beside?.(session)}
        </li>
      ))}
    </ul>
  );
}
