/* my.nextTick: after what runs now, with what setData has been given painted. */

import { api } from "miniport:part/call";

api({ nextTick: (run) => void setTimeout(run) });
