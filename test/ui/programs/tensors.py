import torch

whole = torch.arange(12, dtype=torch.int16).reshape(3, 4)
view = whole[1:, ::2]
expanded = torch.arange(3.0).expand(2, 3)
view[0, 0] = 99
print('done')
