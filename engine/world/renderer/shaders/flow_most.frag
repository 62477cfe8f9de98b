// The longest way within a tile (first pass) or among the tiles around (second).
in vec2 uv;
out vec2 way;
uniform sampler2D flow_map;
uniform int reach;               // taps each side
uniform vec2 stride;             // between taps
void main() {
    vec2 most = vec2(0.0);
    for (int y = 0; y < reach; y++) {
        for (int x = 0; x < reach; x++) {
            vec2 tap = texture(flow_map, uv + (vec2(x, y) - 0.5 * float(reach - 1)) * stride).rg;
            most = dot(tap, tap) > dot(most, most) ? tap : most;
        }
    }
    way = most;
}
