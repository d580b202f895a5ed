import { useEffect, useRef, type ReactElement } from "react";
import { useLocation, useNavigation } from "react-router";
import { shellTexts } from "#language/shell.ts";
import { useTexts } from "#language/use-texts.ts";

/**
 * On hydrated pages a click changes the page without loading one. Then the title is read out and the focus starts at
 * the top of the new page, as it would after a real load; a slow answer draws a thread along the top.
 */
export function Announcer(): ReactElement {
  const t = useTexts(shellTexts);
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const before = useRef(pathname);
  const voice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById("main")?.focus();
    if (voice.current) voice.current.textContent = document.title;
  }, [pathname]);
  return (
    <>
      <p className="hidden-visually" aria-live="polite" ref={voice} />
      <div role="status">
        {state === "loading" && <div className="running" role="progressbar" aria-label={t.loading} />}
      </div>
    </>
  );
}
