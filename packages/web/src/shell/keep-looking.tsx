import { type ReactElement, useEffect } from "react";
import { useRevalidator } from "react-router";

/** A page that waits for work: with scripts it asks anew, without them the browser loads it again, a second later than that. */
export function KeepLooking({ seconds }: { readonly seconds: number }): ReactElement {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), seconds * 1_000);
    return () => clearInterval(timer);
  }, [revalidate, seconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds + 1)} />
    </noscript>
  );
}
