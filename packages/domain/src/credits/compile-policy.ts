import { carryTarget } from './carry-over.ts'
import { reduced, rest, times } from './fraction.ts'
import type { Cap, Conversion, Fraction, Policy, Requirement, Unit } from './policy.ts'
import { scaleOf } from './scale.ts'
import { type Attributes, byAttributes, selects } from './selector.ts'

/** What the attributes of an entry decide: shared by every entry that has the same ones. */
export type EntryClass = {
  conversion: Conversion | null
  /** Whether it counts at all: a policy without conversions takes every hour. */
  recognised: boolean
  /** Credits in 1/scale per base part of an hour, without and with the factor of a post. */
  rate: number
  postRates: readonly { post: string; rate: number; factor: Fraction }[]
  /** Numbers of the requirements that it counts to. */
  requirements: readonly number[]
  /** Caps of one entry: the tightest of each unit, in base parts and in 1/scale. */
  entryHours: { most: number; cap: Cap } | null
  entryCredits: { most: number; cap: Cap } | null
  /** Numbers of the caps over several entries. */
  groups: readonly number[]
  carried: boolean
}

type CompiledCap = { cap: Cap /** In base parts of an hour, or credits in 1/scale. */; most: number }
type CompiledRequirement = { requirement: Requirement /** In 1/scale. */; amount: number }

/** A policy made ready once for any number of teachers and entries. `unit` is what entries are counted in. */
export type CompiledPolicy = {
  policy: Policy
  earlier: readonly Policy[]
  unit: Unit
  base: number
  fine: number
  scale: number
  caps: readonly CompiledCap[]
  requirements: readonly CompiledRequirement[]
  exemptions: readonly { kept: Fraction; numbers: readonly number[] }[]
  carry: { requirement: number; most: number } | null
  /** Caps in hours over unlike rates take the better rate first, so that an hour more never costs credits. */
  byRate: boolean
  classOf: (entry: Attributes) => EntryClass
}

function hundredths(figure: number): number {
  return Math.round(figure * 100)
}

/** Credits in 1/scale per base part of an hour. */
function rateIn(fine: number, fraction: Fraction): number {
  const [n, d] = reduced(fraction)
  return (fine / d) * n
}

function classifier(
  policy: Policy,
  { base, fine }: { base: number; fine: number },
  caps: readonly CompiledCap[],
): (entry: Attributes) => EntryClass {
  const tightest = (unit: Unit, entry: Attributes) =>
    policy.caps
      .filter((cap) => cap.per === 'entry' && cap.unit === unit && selects(cap.where, entry))
      .map((cap) => ({ cap, most: (hundredths(cap.most) * base * (unit === 'hours' ? 1 : fine)) / 100 }))
      .sort((a, b) => a.most - b.most)[0] ?? null
  const make = (entry: Attributes): EntryClass => {
    const conversion = policy.conversions.find(({ where }) => selects(where, entry)) ?? null
    return {
      conversion,
      recognised: conversion !== null || policy.conversions.length === 0,
      rate: conversion ? rateIn(fine, conversion.perHour) : 0,
      postRates: (conversion?.factors ?? []).map(({ post, factor }) => ({
        post,
        factor,
        rate: rateIn(fine, times(conversion?.perHour ?? [0, 1], factor)),
      })),
      requirements: policy.requirements.flatMap(({ where }, n) => (selects(where, entry) ? [n] : [])),
      entryHours: tightest('hours', entry),
      entryCredits: tightest('credits', entry),
      groups: caps.flatMap(({ cap }, n) => (selects(cap.where, entry) ? [n] : [])),
      carried: policy.carryOver !== null && selects(policy.carryOver.where, entry),
    }
  }
  const { conversions, requirements, carryOver } = policy
  return byAttributes([...conversions, ...policy.caps, ...requirements, ...(carryOver ? [carryOver] : [])], make)
}

/** Takes a policy in which `checkPolicy` finds nothing wrong; `earlier` are the versions before it, newest first. */
export function compilePolicy(policy: Policy, earlier: readonly Policy[] = []): CompiledPolicy {
  const { base, fine, scale } = scaleOf(policy, earlier)
  const caps = policy.caps
    .filter(({ per }) => per !== 'entry')
    .map((cap) => ({ cap, most: (hundredths(cap.most) * base * (cap.unit === 'hours' ? 1 : fine)) / 100 }))
  const inScale = (figure: number) => (hundredths(figure) * scale) / 100
  const target = carryTarget(policy)
  const rates = new Set(
    policy.conversions.flatMap(({ perHour, factors }) => [
      rateIn(fine, perHour),
      ...factors.map(({ factor }) => rateIn(fine, times(perHour, factor))),
    ]),
  )
  return {
    policy,
    earlier,
    unit: policy.conversions.length > 0 ? 'credits' : 'hours',
    base,
    fine,
    scale,
    caps,
    requirements: policy.requirements.map((requirement) => ({ requirement, amount: inScale(requirement.amount) })),
    exemptions: policy.exemptions.map(({ share, requirements }) => ({
      kept: rest(share),
      numbers: policy.requirements.flatMap(({ id, kind }, n) =>
        kind === 'min' && (requirements === 'all' || requirements.includes(id)) ? [n] : [],
      ),
    })),
    carry: policy.carryOver && target >= 0 ? { requirement: target, most: inScale(policy.carryOver.most) } : null,
    byRate: rates.size > 1 && caps.some(({ cap }) => cap.unit === 'hours'),
    classOf: classifier(policy, { base, fine }, caps),
  }
}
