import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { coverageTexts } from "#language/coverage.ts";
import { useTexts } from "#language/use-texts.ts";
import { useSite } from "#shell";
import { ButtonLink, Icon } from "#ui";

/** Opens WhatsApp with one public sentence and the address of this page; nothing is sent by us. */
export function ShareLink({ sentence }: { readonly sentence: string }): ReactElement {
  const t = useTexts(coverageTexts);
  const { origin } = useSite();
  const { pathname } = useLocation();
  const text = encodeURIComponent(`${sentence} ${origin}${pathname}`);
  return (
    <ButtonLink look="plain" small href={`https://wa.me/?text=${text}`} rel="noreferrer">
      <Icon name="share" /> {t.share}
    </ButtonLink>
  );
}
