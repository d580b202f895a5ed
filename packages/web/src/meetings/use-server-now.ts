import { useEffect, useState } from "react";

/** The server's clock, once a second, however wrong this machine's own is. Without a script it stands at the moment of the page. */
export function useServerNow(at: number): number {
  const [now, setNow] = useState(at);
  useEffect(() => {
    const ahead = at - Date.now();
    setNow(at);
    const timer = setInterval(() => setNow(Date.now() + ahead), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return now;
}
