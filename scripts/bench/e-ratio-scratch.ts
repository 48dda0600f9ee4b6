import { creditInput, creditsByBarePass, creditsByDomain } from './credit-ratio.ts'
const old = process.argv[2] === 'old'
const input = creditInput(20000)
const med=(a:number[])=>a.sort((x,y)=>x-y)[a.length>>1]!
const R:number[]=[], Q:number[]=[]
const { evaluateLedger: before } = await import('/tmp/e-old/credits/evaluate-ledger.ts')
const { compilePolicy } = await import('@shixun/domain/credits/compile-policy')
const mod = await import('./credit-ratio.ts') as any
for(let k=0;k<31;k++){let a=performance.now();creditsByDomain(input);let b=performance.now();before(mod.compiledForScratch,input,'2025-12-31');let c=performance.now();creditsByBarePass(input);let d=performance.now(); if(k>4){R.push((b-a)/(d-c));Q.push((b-a)/(c-b))}}
console.log('new/bare',med(R).toFixed(1),'new/old',med(Q).toFixed(2))
