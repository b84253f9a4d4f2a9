import json

import numpy as np

x = np.zeros((3, 4), dtype=np.uint8)
y = x[1]
frozen = np.arange(4.0)
frozen.flags.writeable = False
print('edit here')
with open('edited.json', 'w') as file:
    json.dump([x.tolist(), frozen.tolist()], file)
print('done')
