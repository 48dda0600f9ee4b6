import { creditInput, creditsByBarePass, creditsByDomain } from './credit-ratio.ts'
for (const n of [200, 2000, 20000]) {
  const c = creditInput(n)
  const a: number[] = [], b: number[] = []
  for (let i = 0; i < 15; i++) {
    let t = performance.now(); creditsByDomain(c); a.push(performance.now() - t)
    t = performance.now(); creditsByBarePass(c); b.push(performance.now() - t)
  }
  const m = (x: number[]) => [...x.slice(4)].sort((p, q) => p - q)[5]
  console.log(n, m(a), m(b), m(a)! / m(b)!)
}
