import type { Design } from './design.ts'

const RELATIVE_RESIDUAL = 1e-14

/** out_r = Σ over the sheets of r of (v - mean of v over the raters of that item): the normal matrix without building it. */
function applyNormal({ item, rater, itemSize }: Design, weight: Float64Array, out: Float64Array): void {
  out.fill(0)
  for (let start = 0; start < item.length; ) {
    const end = start + (itemSize[item[start] ?? 0] ?? 1)
    let total = 0
    for (let i = start; i < end; i++) total += weight[i] ?? 0
    const mean = total / (end - start)
    for (let i = start; i < end; i++) {
      const r = rater[i] ?? 0
      out[r] = (out[r] ?? 0) + (weight[i] ?? 0) - mean
    }
    start = end
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0)
  return total
}

/**
 * Rater effects in hundredths by conjugate gradients (Hestenes & Stiefel 1952) with the diagonal as preconditioner.
 * Only + - * / on doubles in a fixed order, so every machine answers the same bits. A rater's effect is free up to a common constant.
 */
export function conjugateGradient(design: Design): Float64Array {
  const size = design.raters.length
  const { rater, item, itemSize } = design
  const diagonal = new Float64Array(size)
  for (let row = 0; row < rater.length; row++) {
    const r = rater[row] ?? 0
    diagonal[r] = (diagonal[r] ?? 0) + 1 - 1 / (itemSize[item[row] ?? 0] ?? 1)
  }
  const solution = new Float64Array(size)
  const residual = new Float64Array(size)
  applyNormal(design, design.score, residual)
  const scaled = residual.map((value, r) => value / (diagonal[r] ?? 1))
  let direction = scaled.slice()
  let strength = dot(residual, scaled)
  const enough = strength * RELATIVE_RESIDUAL * RELATIVE_RESIDUAL
  const image = new Float64Array(size)
  const spread = new Float64Array(rater.length)
  for (let step = 0; step < 4 * size + 50 && strength > enough; step++) {
    for (let row = 0; row < rater.length; row++) spread[row] = direction[rater[row] ?? 0] ?? 0
    applyNormal(design, spread, image)
    const curvature = dot(direction, image)
    if (!(curvature > 0)) break
    const length = strength / curvature
    for (let r = 0; r < size; r++) {
      solution[r] = (solution[r] ?? 0) + length * (direction[r] ?? 0)
      residual[r] = (residual[r] ?? 0) - length * (image[r] ?? 0)
      scaled[r] = (residual[r] ?? 0) / (diagonal[r] ?? 1)
    }
    const next = dot(residual, scaled)
    const turn = next / strength
    direction = direction.map((value, r) => (scaled[r] ?? 0) + turn * value)
    strength = next
  }
  return solution
}
