const FEW = 32

/** Sorts values[start..end) in place, ascending: a handful by inserting, which costs less than calling a sort. */
export function sortRun(values: Float64Array, start: number, end: number): void {
  if (end - start > FEW) {
    values.subarray(start, end).sort()
    return
  }
  for (let i = start + 1; i < end; i++) {
    const value = values[i] ?? 0
    let at = i
    for (; at > start && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0
    values[at] = value
  }
}
