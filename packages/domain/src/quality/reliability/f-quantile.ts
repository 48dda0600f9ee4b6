const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** ln Γ(x) for x ≥ 0.5 (Lanczos 1964, g = 7, nine terms). */
function logGamma(x: number): number {
  const shifted = x - 1
  let series = 0.99999999999980993
  LANCZOS.forEach((factor, at) => {
    series += factor / (shifted + at + 1)
  })
  const top = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(top) - top + Math.log(series)
}

const TINY = 1e-300
const CLOSE = 1e-13

/** The continued fraction of the incomplete beta function, by the method of Lentz (1976). */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  d = 1 / (Math.abs(d) < TINY ? TINY : d)
  let value = d
  for (let m = 1; m < 20_000; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + term * d
      d = 1 / (Math.abs(d) < TINY ? TINY : d)
      c = 1 + term / c
      if (Math.abs(c) < TINY) c = TINY
      value *= c * d
    }
    if (Math.abs(c * d - 1) < CLOSE) break
  }
  return value
}

/** The regularised incomplete beta function I_x(a, b). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

/**
 * The value below which a share of the F distribution with `top` and `bottom` degrees of freedom (at least 1, not
 * necessarily whole) lies, to about ten digits: by halving, for nothing here is asked often.
 */
export function fQuantile(share: number, top: number, bottom: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (betaShare(middle, top / 2, bottom / 2) < share) low = middle
    else high = middle
  }
  const x = (low + high) / 2
  return (bottom * x) / (top * (1 - x))
}
