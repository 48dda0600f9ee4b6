import { rmSync, mkdtempSync } from 'node:fs'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { countRoutes, UNTOLD } from './counts/count-routes.ts'
import { raiseHouse } from './house.ts'
const state = mkdtempSync('/tmp/shixun-bench-')
console.time('raise'); const house = await raiseHouse({ state }); console.timeEnd('raise')
console.time('tale')
const costs = await countRoutes(house).catch((e) => { console.error(e); return {} as any })
console.timeEnd('tale')
for (const [k, v] of Object.entries(costs) as any) console.log(k.padEnd(45), v.trips, v.rows, v.written, v.bytes)
const told = new Set(Object.keys(costs).map((k) => k.split(' ')[0]))
console.log('missing', ALL_ROUTES.filter((r) => !told.has(r.id) && !(r.id in UNTOLD)).map((r) => r.id))
await house.stop(); rmSync(state, { recursive: true })
