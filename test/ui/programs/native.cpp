#include <vector>

int main() {
  double a[3][4];
  for (int i = 0; i < 12; i++) a[i / 4][i % 4] = i * 1.5;
  std::vector<float> v{1.5f, 2.5f, 3.5f};
  float *p = v.data();
  v[1] = 42;
  return int(a[0][0] + v[1] + p[0]);
}
