import { addWords } from './words.ts'
import { exchange } from './zh/exchange.ts'

// carried by what shows a piece of it on pages of other parts
addWords('exchange', exchange)
