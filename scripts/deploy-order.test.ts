import { expect, test } from 'vitest'
import { deployOrder } from './deploy-order.ts'

const worker = (name: string, ...services: string[]) => ({ path: `${name}.toml`, name, services })

test('a worker is deployed after all that it binds', () => {
  const order = deployOrder([
    worker('gateway', 'identity', 'district'),
    worker('identity', 'district'),
    worker('district', 'catalogue'),
    worker('catalogue'),
  ])
  expect(order.map(({ name }) => name)).toEqual(['catalogue', 'district', 'identity', 'gateway'])
})

test('a circle and an unknown worker are refused', () => {
  expect(() => deployOrder([worker('a', 'b'), worker('b', 'a')])).toThrow('circle')
  expect(() => deployOrder([worker('a', 'b')])).toThrow('no configuration')
})
