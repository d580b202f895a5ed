import type { MySession } from "@tuwai/server/accounts";
import type { ReactElement } from "react";
import { passwordTexts } from "#language/passwords.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button, Card, Tag } from "#ui";
import { SessionList } from "./session-list.tsx";

/** Where the reader is signed in, with a button to end what is strange. */
export function MySessions({ sessions }: { readonly sessions: readonly MySession[] }): ReactElement {
  const t = useTexts(passwordTexts).sessions;
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      <SessionList
        sessions={sessions}
        beside={({ sessionId, isThis }) =>
          isThis ? (
            <Tag status="active">{t.this}</Tag>
          ) : (
            <form method="post">
              <input type="hidden" name="sesi" value={sessionId} />
              <Button look="plain" small>
                {t.endOne}
              </Button>
            </form>
          )
        }
      />
      {sessions.length > 1 && (
        <form method="post">
          <Button look="plain">{t.endOthers}</Button>
        </form>
      )}
    </Card>
  );
}
