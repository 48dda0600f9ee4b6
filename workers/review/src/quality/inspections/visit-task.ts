/** How a visit stands in an inbox: by its project and day; what is asked is said by the kind of the task. */
export function visitTask({ title, visitOn }: { title: string; visitOn: string }): string {
  return `${title} · ${visitOn}`
}
