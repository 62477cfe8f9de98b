// The sky is infinitely far: only turns and zooms move it.
in vec2 uv;
uniform vec2 shown;              // size of this target in pixels
out vec2 way;
void main() {
    vec4 clip = later * vec4(ray_through(uv), 0.0);
    way = clip.w > 1e-4 ? (clip.xy / clip.w * 0.5 + 0.5 - uv) * vec2(shown) : vec2(0.0);
}
