// `<time data-relative>`: how long ago, kept current; the exact time stays in its title.

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** Tell every relative time, now and each minute. */
export function tellTimes(): void {
  setInterval(() => tellTimesIn(document), 60_000);
}

/** Tell the relative times within a part of the page. */
export function tellTimesIn(part: ParentNode): void {
  for (const time of part.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const at = Date.parse(time.dateTime);
    if (Number.isNaN(at)) continue;
    if (!time.title) time.title = time.textContent?.trim() || time.dateTime;
    time.textContent = ago((at - Date.now()) / 1000);
  }
}

function ago(seconds: number): string {
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit);
  }
  return "just now";
}
